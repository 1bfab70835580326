/**
 * Whether Windows takes a file or folder of this name for a device, whatever its extension: CON.2026 is the console
 * (Microsoft, "Naming Files, Paths, and Namespaces").
 */
export const isWindowsDevice = (name: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i.test(name);
