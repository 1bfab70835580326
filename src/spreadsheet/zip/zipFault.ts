/** What is wrong with a zip archive, as a clause: "its end is missing". Callers make it a finding. */
export class ZipFault extends Error {}
