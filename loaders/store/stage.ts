/** What a running stage may use besides its inputs. */
export interface StageContext {
  /** Reports how much of the stage is done, in [0, 1]. */
  readonly onProgress: (share: number) => void;
}

/** A computation whose result is kept: a pure function of what it needs and its options. */
export interface StageDefinition<Needs, Options, Result> {
  readonly module: string; // URL of the file whose default export this is
  readonly run: (needs: Needs, options: Options, context: StageContext) => Result | Promise<Result>;
}

/**
 * Makes a stage of a function: the default export of a file in loaders/stages/.
 *
 * @param module `import.meta.url` of that file: its source, and that of all it imports, is part of the result's key
 */
export function defineStage<Needs, Options, Result>(
  module: string,
  run: StageDefinition<Needs, Options, Result>["run"]
): StageDefinition<Needs, Options, Result> {
  return {module, run};
}

/** A stage at its place in the graph: with options, and with the stages whose results it needs. */
export interface Stage<Result> {
  readonly name: string; // unique in the graph; the folder of its results
  readonly module: string;
  readonly options: unknown; // plain JSON
  readonly identity: unknown; // what of the options counts for the key
  readonly needs: Readonly<Record<string, Stage<unknown>>>;
  readonly result?: Result; // never set: carries the type
}

/**
 * Puts a stage into the graph.
 *
 * @param identity stands for the options in the key, where these name a place (a path) and not what is found there
 */
export function place<Needs extends object, Options, Result>(
  name: string,
  {module}: StageDefinition<Needs, Options, Result>,
  options: Options,
  needs: {readonly [K in keyof Needs]: Stage<Needs[K]>},
  identity: unknown = options
): Stage<Result> {
  return {name, module, options, identity, needs: needs as Readonly<Record<string, Stage<unknown>>>};
}
