/** What a running stage may use besides its inputs. */
export interface StageContext {
  /** Reports how much of the stage is done, in [0, 1]. */
  readonly onProgress: (share: number) => void;
}

/** A computation whose result is kept: a pure function of the results it needs and its options. */
export type StageFunction<Needs, Options, Result> = (
  needs: Needs,
  options: Options,
  context: StageContext
) => Result | Promise<Result>;

/** Gives a function the type of a stage: the default export of a file in loaders/stages/. */
export function defineStage<Needs, Options, Result>(
  run: StageFunction<Needs, Options, Result>
): StageFunction<Needs, Options, Result> {
  return run;
}

/** A stage at its place in the graph: with options, and with the stages whose results it needs. */
export interface Stage<Result> {
  readonly name: string; // unique in the graph; the folder of its results
  readonly module: string; // URL of the file whose default export runs; its source is part of the result's key
  readonly options: unknown; // plain JSON
  readonly identity: unknown; // what of the options counts for the key
  readonly needs: Readonly<Record<string, Stage<unknown>>>;
  readonly result?: Result; // never set: carries the type
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyStageFunction = StageFunction<any, any, any>;

/**
 * Puts a stage into the graph. Its file is named, not imported: who only reads results loads none of the code behind.
 *
 * @param module URL of the file with the stage's function
 * @param identity stands for the options in the key, where these name a place (a path) and not what is found there
 */
export function place<F extends AnyStageFunction>(
  name: string,
  module: URL,
  options: Parameters<F>[1],
  needs: {readonly [K in keyof Parameters<F>[0]]: Stage<Parameters<F>[0][K]>},
  identity: unknown = options
): Stage<Awaited<ReturnType<F>>> {
  return {name, module: module.href, options, identity, needs: needs as Readonly<Record<string, Stage<unknown>>>};
}
