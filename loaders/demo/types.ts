import {z} from "zod";

const share = z.number().min(0).max(1);

/** How one feature is distributed: by quantiles, or by its few values and their shares. */
const Marginal = z.object({
  missing: share, // of the tracks
  quantiles: z.array(z.number()).min(2).optional(), // evenly spaced from the minimum to the maximum
  values: z.array(z.number()).min(1).optional(), // ascending
  shares: z.array(share).optional() // one a value, summing to 1
});

const DemoGroup = z.object({
  decade: z.number().int(),
  label: z.union([z.literal(0), z.literal(1)]),
  share, // of all tracks
  tracksPerArtist: z.array(z.number().min(1)).min(2), // quantiles, evenly spaced
  marginals: z.array(Marginal), // one a feature
  correlation: z.array(z.array(z.number().min(-1).max(1))) // of normal scores: row i holds columns 0 .. i - 1
});

/** A committed file of data/demo/: two Gaussian copulas, flops and hits of one decade. */
export const DemoFile = z.object({
  format: z.literal("trackoracle-demo/1"), // bump when an old reader would misread it
  features: z.array(z.string()), // audio features in the order of `marginals`
  groups: z.array(DemoGroup).min(1)
});

export type Marginal = z.infer<typeof Marginal>;
export type DemoGroup = z.infer<typeof DemoGroup>;
export type DemoFile = z.infer<typeof DemoFile>;
