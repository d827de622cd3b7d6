const NAMES = ["x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"];

/**
 * The headers in which proxies other than the course's name a client. None of those stands before a program under check: what they
 * say, the client itself has claimed.
 * @param address which it claims to be its own.
 */
export function claimsOfOthers(address: string): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, address]));
}
