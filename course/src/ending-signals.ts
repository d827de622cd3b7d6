/** What asks a command to end: Ctrl-C, a supervisor, a terminal that is closed. */
export const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
