const { existsSync, readdirSync, statSync } = require("node:fs");
const path = require("node:path");

/**
 * Tells the bundler what a lesson page is made of besides its own text (the other language, code,
 * recordings), so that neither its cache nor a running dev server shows an old version.
 */
module.exports = function depend(source) {
  const lesson = path.dirname(this.resourcePath);
  const root = path.resolve(lesson, "../..");
  const folder = path.basename(lesson);
  const parts = [
    lesson,
    path.join(root, "solutions", folder),
    path.join(root, "test/lessons", folder, "mistakes"),
    path.join(root, "test/lessons", folder, "alternatives"),
  ];
  this.addDependency(path.join(root, "lessons/glossary.json"));
  for (const part of parts) for (const file of filesIn(part)) this.addDependency(file);
  for (const file of filesIn(__dirname)) this.addDependency(file);
  return source;
};

function filesIn(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name !== "node_modules" && name !== "work")
    .map((name) => path.join(dir, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesIn(file) : [file]));
}
