/**
 * Returns the hosts of file-sharing services to which a message links, at most five. Mail programs offer to send a link in place of a file,
 * and people do not notice. The links themselves are neither stored nor followed.
 */
export function fileLinks(text: string): readonly string[] {
  // Mail filters replace a link by their own, which has the original percent-encoded.
  const plain = text.replace(/%3A/gi, ':').replace(/%2F/gi, '/');
  const hosts = [...plain.matchAll(/https?:\/\/([a-z0-9.-]{1,253})[/:?#]/gi)].map(([, host = '']) =>
    host.toLowerCase(),
  );
  return [...new Set(hosts.filter((host) => services.test(host)))].toSorted().slice(0, 5);
}

const services =
  /(?:^|[.-])(?:sharepoint\.com|onedrive\.live\.com|1drv\.ms|drive\.google\.com|docs\.google\.com|dropbox\.com|icloud\.com|box\.com|wetransfer\.com|we\.tl)$/;
