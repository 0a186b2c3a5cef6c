// Creates the specifications of the package from an npm package:
//
//     node convert.mjs
//
// It writes <repository>/artifacts/specifications, prints the folder of the files, and does nothing if they are up to date.
// The npm package is checked against its hash, because its modules are run. They contain data, and functions that only completion calls.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { convert, print, size } from "./specification.mjs";

const source = {
  package: "@withfig/autocomplete@2.692.3",
  integrity: "sha512-zxN7K8W+qWGc2ejWksd92xwAyCZ0faHvnk3c7jUoWkkk5e5iQf3/4mOLheFvYLoUWR5a36571VJ1DdyxmAWJZA==",
};

const here = dirname(fileURLToPath(import.meta.url));
const artifacts = join(here, "..", "..", "..", "artifacts");
const output = join(artifacts, "specifications");

// The generator treats a file in a folder of this name as part of the package: SpecificationPath.cs.
const folder = "typedexec-ready-made";

// Beyond this many options and commands, the parts that a program loads get separate files: aws has 118,000.
const mostOfOneFile = 5_000;

const stamp = createHash("sha256");
for (const file of ["specification.mjs", "convert.mjs"]) {
  stamp.update(readFileSync(join(here, file), "utf8").replaceAll("\r\n", "\n"));
}

const version = stamp.digest("hex");

function isUpToDate() {
  return existsSync(join(output, "stamp")) && readFileSync(join(output, "stamp"), "utf8") === version;
}

/** Has npm fetch the package, and gives the folder of what is in it. The packages that it depends on are not needed. */
function fetchPackage(directory) {
  const npm = ["pack", source.package, "--loglevel", "error"];
  const file = join(directory, execFileSync("npm", npm, { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", 2], shell: process.platform === "win32" }).trim());
  const integrity = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (integrity !== source.integrity) {
    throw new Error(`${source.package} is not the file that is expected: its hash is ${integrity}`);
  }

  execFileSync("tar", ["-xzf", file], { cwd: directory });
  return join(directory, "package");
}

/** The path of every module, without its ending, and what it exports. */
async function readModules(build) {
  const modules = new Map();
  for (const file of readdirSync(build, { recursive: true }).map((path) => path.replaceAll("\\", "/")).filter((path) => path.endsWith(".js")).sort()) {
    modules.set(file.slice(0, -".js".length), (await import(pathToFileURL(join(build, file)).href)).default);
  }

  return modules;
}

function isCommand(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value.name !== undefined;
}

/** The programs by name: a module at the top, or the newest version of one that has versions. */
function programsOf(modules) {
  const programs = new Map();
  for (const [path, value] of modules) {
    const isAtTop = path.split("/").length === (path.startsWith("@") ? 2 : 1);
    if (isAtTop && isCommand(value)) {
      programs.set(path, value);
    } else if (path.endsWith("/index") && typeof value === "function") {
      const name = path.slice(0, -"/index".length);
      const versions = [...modules.keys()].filter((other) => other.startsWith(`${name}/`) && /^\d+(\.\d+)+$/.test(other.slice(name.length + 1)));
      const newest = versions.sort((one, other) => one.localeCompare(other, "en", { numeric: true })).at(-1);
      if (newest) {
        programs.set(name, modules.get(newest));
      }
    }
  }

  return programs;
}

/** The specifications by name: each program, and what a large one loads as "program/subcommand". */
function* specificationsOf(name, program, modules, report) {
  const load = (path) => (isCommand(modules.get(path)) ? modules.get(path) : undefined);
  const whole = convert(program, { load, report });
  if (size(whole) <= mostOfOneFile) {
    yield [name, whole];
    return;
  }

  const { subcommands: _, ...outer } = convert(program, { load: () => undefined, report: () => {} });
  const loading = new Set([program.subcommands].flat().filter((item) => typeof item.loadSpec === "string" && load(item.loadSpec)).map((item) => item.name));
  yield [name, { ...whole, subcommands: whole.subcommands.map((item) => (loading.has(item.name) ? { name: item.name, description: item.description } : item)) }];
  for (const subcommand of whole.subcommands.filter((item) => loading.has(item.name))) {
    yield [`${name}/${subcommand.name}`, { ...outer, subcommands: [subcommand] }];
  }
}

async function make(directory) {
  const fetched = fetchPackage(directory);
  const modules = await readModules(join(fetched, "build"));
  const made = join(directory, "made");
  const lines = [];
  let count = 0;
  for (const [name, program] of programsOf(modules)) {
    for (const [path, specification] of specificationsOf(name, program, modules, (line) => lines.push(`${name}: ${line}`))) {
      const file = join(made, folder, `${path}.json`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${print(specification)}\n`);
      count++;
    }
  }

  copyFileSync(join(fetched, "LICENSE"), join(made, folder, "LICENSE"));
  writeFileSync(join(made, "left-out.txt"), [...new Set(lines)].map((line) => `${line}\n`).join(""));
  writeFileSync(join(made, "stamp"), version);
  console.error(`${count} specifications were made.`);
  return made;
}

if (!isUpToDate()) {
  mkdirSync(artifacts, { recursive: true });
  const directory = mkdtempSync(join(artifacts, "specifications-"));
  try {
    const made = await make(directory);
    // Another process may have finished first, or an older file may be in use.
    if (!isUpToDate()) {
      if (existsSync(output)) {
        renameSync(output, join(directory, "old"));
      }

      renameSync(made, output);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

console.log(join(output, folder));
