const FALLBACK = "3000";

/** All that is wrong with the settings, told at once: with one line for each. */
class SettingsError extends Error {
  constructor(faults: string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  }
}

/** The port to listen on. @throws {SettingsError} which the program dies of when it is none. */
export function readPort(value: string | undefined): number {
  const port = Number(value || FALLBACK);
  const faults: string[] = [];
  if (!Number.isInteger(port)) faults.push(`PORT is no whole number: ${value}`);
  else if (port < 1 || port > 65_535) faults.push(`PORT is not between 1 and 65535: ${value}`);
  if (faults.length > 0) throw new SettingsError(faults);
  return port;
}
