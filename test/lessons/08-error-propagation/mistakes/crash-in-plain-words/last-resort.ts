/** Logs what will end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  process.on("uncaughtException", (error) => {
    console.error("crashed:", error);
    process.exit(1);
  });
}
