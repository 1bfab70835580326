/** The fault of a zip archive, as a clause: "its end is missing". Callers turn it into a finding. */
export class ZipFault extends Error {}
