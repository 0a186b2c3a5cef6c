// Converts a module of @withfig/autocomplete to a specification: static values are kept, and functions are omitted.
// The reader (Generator/TypedExec.CommandLines/Reading) determines which members are meaningful.

// The reader keeps 2,000 characters, which is more than anyone reads in a tooltip.
const descriptionLength = 400;

/** A list of what may stand alone, without what is none. */
function list(value) {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null);
}

/** One text or several, of which the first counts; in one line, cut after a word. */
function description(value) {
  const text = list(value).filter((item) => typeof item === "string").join(" ").replace(/\s+/g, " ").trim();
  if (text.length <= descriptionLength) {
    return text || undefined;
  }

  const cut = text.slice(0, descriptionLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), descriptionLength / 2)).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Names as they are typed: some are decorated with blanks, and some hold a line feed for the shell's sake. */
function names(value) {
  const found = [...new Set(list(value).filter((item) => typeof item === "string").map((item) => item.replace(/\s+/g, " ").trim()).filter(Boolean))];
  return found.length > 1 ? found : found[0];
}

function flag(value) {
  return value === true ? true : undefined;
}

function deprecated(value) {
  return typeof value === "object" && value !== null ? { description: description(value.description) } : flag(value);
}

/** A suggestion is what is typed, which may be another text than the one that is shown. */
function suggestion(value) {
  if (typeof value !== "object") {
    return typeof value === "string" ? value : [];
  }

  const typed = typeof value?.insertValue === "string" && !/[{}\b\n]/.test(value.insertValue) ? value.insertValue : value?.name;
  return list(typed).filter((item) => typeof item === "string");
}

function suggestions(value) {
  const found = [...new Set(list(value).flatMap(suggestion).map((item) => item.trim()).filter(Boolean))];
  return found.length > 0 ? found : undefined;
}

function argument(value) {
  return {
    name: list(value.name).find((item) => typeof item === "string"),
    description: description(value.description),
    isOptional: flag(value.isOptional),
    isVariadic: flag(value.isVariadic),
    isCommand: flag(value.isCommand),
    isScript: flag(value.isScript),
    isModule: typeof value.isModule === "string" ? value.isModule : flag(value.isModule),
    default: ["string", "number", "boolean"].includes(typeof value.default) ? value.default : undefined,
    template: typeof value.template === "function" ? undefined : value.template,
    suggestions: suggestions(value.suggestions),
  };
}

function args(value) {
  const found = list(value).filter((item) => typeof item === "object").map(argument);
  return found.length > 0 ? found : undefined;
}

/** An option that another names as its condition and its opposite at once could never be given: the condition goes. */
function references(option, report) {
  const exclusiveOn = list(option.exclusiveOn).filter((item) => typeof item === "string");
  const dependsOn = list(option.dependsOn).filter((item) => typeof item === "string");
  const kept = dependsOn.filter((item) => !exclusiveOn.includes(item));
  if (kept.length < dependsOn.length) {
    report(`${list(option.name)[0]} depends on an option that it excludes`);
  }

  return { exclusiveOn: exclusiveOn.length > 0 ? exclusiveOn : undefined, dependsOn: kept.length > 0 ? kept : undefined };
}

function repeatable(value) {
  return Number.isInteger(value) && value > 0 ? value : flag(value);
}

function separator(value) {
  return typeof value === "string" ? value : flag(value);
}

function option(value, report) {
  const { exclusiveOn, dependsOn } = references(value, report);
  return {
    name: names(value.name),
    description: description(value.description),
    args: args(value.args),
    isRepeatable: repeatable(value.isRepeatable),
    isRequired: flag(value.isRequired),
    isPersistent: flag(value.isPersistent),
    requiresSeparator: separator(value.requiresSeparator),
    requiresEquals: separator(value.requiresEquals),
    exclusiveOn,
    dependsOn,
    hidden: flag(value.hidden),
    deprecated: deprecated(value.deprecated),
    isDangerous: flag(value.isDangerous),
  };
}

function options(value, report) {
  const found = list(value).filter((item) => typeof item === "object").map((item) => option(item, report)).filter((item) => {
    if (item.name === undefined) {
      report("an option has no name");
    }

    return item.name !== undefined;
  });
  return found.length > 0 ? found : undefined;
}

function parserDirectives(value) {
  const separators = list(value?.optionArgSeparators).filter((item) => typeof item === "string");
  return separators.length > 0 ? { optionArgSeparators: separators } : undefined;
}

/** A command without its subcommands. */
function own(value, report) {
  return {
    name: names(value.name),
    description: description(value.description),
    hidden: flag(value.hidden),
    deprecated: deprecated(value.deprecated),
    isDangerous: flag(value.isDangerous),
    parserDirectives: parserDirectives(value.parserDirectives),
    args: args(value.args),
    options: options(value.options, report),
  };
}

/** What a subcommand says itself wins over what it loads. */
function merged(command, loaded) {
  const both = { ...loaded };
  for (const [key, value] of Object.entries(command)) {
    if (value !== undefined && key !== "loadSpec" && !(Array.isArray(value) && value.length === 0)) {
      both[key] = value;
    }
  }

  return both;
}

/**
 * Converts a program or subcommand.
 * @param value What the module exports, or one of its subcommands.
 * @param context `load` gives the command of another module, or nothing; `report` takes what had to be left out.
 * @param loading The modules that are being loaded, as one may load itself.
 */
export function convert(value, context, loading = []) {
  const command = own(value, context.report);
  const found = list(value.subcommands).filter((item) => typeof item === "object").flatMap((item) => {
    const path = typeof item.loadSpec === "string" ? item.loadSpec : undefined;
    const loaded = path !== undefined && !loading.includes(path) ? context.load(path) : undefined;
    const subcommand = convert(loaded ? merged(item, loaded) : item, context, loaded ? [...loading, path] : loading);
    if (subcommand.name === undefined) {
      context.report("a subcommand has no name");
      return [];
    }

    return [subcommand];
  });
  return { ...command, subcommands: found.length > 0 ? found : undefined };
}

/** How many options and commands there are. */
export function size(command) {
  return 1 + list(command.options).length + list(command.subcommands).reduce((sum, item) => sum + size(item), 0);
}

/** JSON with a line for each option, so that a mistake has a line of its own. */
export function print(command, indent = "") {
  const { options: ownOptions, subcommands, ...rest } = command;
  const inner = `${indent}  `;
  const members = Object.entries(rest).filter(([, value]) => value !== undefined).map(([key, value]) => `${inner}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  if (ownOptions) {
    members.push(`${inner}"options": [\n${ownOptions.map((item) => `${inner}  ${JSON.stringify(item)}`).join(",\n")}\n${inner}]`);
  }

  if (subcommands) {
    members.push(`${inner}"subcommands": [\n${subcommands.map((item) => `${inner}  ${print(item, `${inner}  `)}`).join(",\n")}\n${inner}]`);
  }

  return `{\n${members.join(",\n")}\n${indent}}`;
}
