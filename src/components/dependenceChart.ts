import {group, median} from "d3-array";
import type {Feature} from "../lib/features/features.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {DEPENDENCE_PX, dependencePlot, isStepped, type DependencePoint} from "./dependencePlot.js";
import {
  amount,
  contribution,
  HOLLOW,
  inUnit,
  noTracks,
  SHADES,
  shadesOf,
  trackName,
  unitOf,
  type TracksReasons
} from "./reasonsTools.js";

/**
 * What one feature contributes by its value, a dot a track, shaded by the value of a feature it interacts with.
 *
 * @param onDraw is given the plot whenever it was drawn, to add to it
 */
export function dependenceChart(
  tracks: TracksReasons,
  feature: string,
  partner: string | null,
  onDraw: (plot: SVGSVGElement | HTMLElement) => void = () => undefined
): HTMLElement {
  const {rows, songs, space, id} = tracks;
  if (rows.length === 0) return noTracks();
  const of = featureNamed(feature);
  const other = partner === null ? null : featureNamed(partner);
  const points = pointsOf(tracks, of, other);
  const unit = unitOf(space.space);
  const hollow = points.some(({fill}) => fill === HOLLOW.fill);
  return chart({
    title: finding(tracks, of, points),
    summary:
      `What ${of.label.toLowerCase()} contributes to the predictions of ${theModel(id)} by its value, a dot a track` +
      (isStepped(of) ? ", spread over its column; bars are medians." : "; the line is a running median.") +
      (other === null
        ? ""
        : ` Stronger dots have a higher ${other.label.toLowerCase()}${hollow ? ", hollow ones an unknown one" : ""}; where dots of one value ` +
          "part by their shade, the model reads the two features together."),
    table: {
      columns: ["Track", "Artist", of.label, `Contribution (${unit})`, ...(other ? [other.label] : [])],
      rows: rows.map((row, k) => [
        songs.songs[row].title,
        songs.songs[row].artist,
        points[k].value,
        points[k].y,
        ...(other ? [valuesOf(tracks, other)[row]] : [])
      ])
    },
    heightPx: DEPENDENCE_PX,
    draw(width) {
      const plot = dependencePlot(points, {width, of, other, y: `Contribution (${unit})`});
      onDraw(plot);
      return plot;
    }
  });
}

const valuesOf = ({features, songs}: TracksReasons, {name}: Feature) => songs.x[features.indexOf(name)];

function pointsOf(tracks: TracksReasons, of: Feature, other: Feature | null): DependencePoint[] {
  const {features, rows, songs, space} = tracks;
  const phi = space.phi[features.indexOf(of.name)];
  const [values, others] = [valuesOf(tracks, of), other && valuesOf(tracks, other)];
  const shades = others && shadesOf(others);
  const said = (feature: Feature, value: number | null) => `${feature.label}: ${formatFeature(feature, value ?? NaN)}`;
  return rows.map((row) => ({
    ...(shades ? shades[row] : SHADES[2]),
    value: values[row],
    y: inUnit(space.space, phi[row]),
    phi: phi[row],
    title: [
      trackName(songs.songs[row]),
      `${said(of, values[row])}, ${contribution(space.space, phi[row])}`,
      ...(other && others ? [said(other, others[row])] : [])
    ].join("\n")
  }));
}

/** Where the median contribution is highest and lowest: at which level, or around which fifth of the values. */
function finding({space: {space}, rows}: TracksReasons, of: Feature, points: readonly DependencePoint[]): string {
  const known = points.filter(({value}) => value !== null).sort((a, b) => a.value! - b.value!);
  const tracks = rows.length === 1 ? "the track" : "every track";
  const fifth = (k: number) => Math.floor((5 * k) / known.length);
  const parts = [...group(known, ({value}, k) => (isStepped(of) ? value! : fifth(k))).values()].map((part) => ({
    at: formatFeature(
      of,
      median(part, ({value}) => value!)!
    ),
    phi: median(part, ({phi}) => phi)!
  }));
  if (parts.length === 0) return `${of.label} is unknown of ${tracks} drawn`;
  const best = parts.reduce((a, b) => (b.phi > a.phi ? b : a));
  const worst = parts.reduce((a, b) => (b.phi < a.phi ? b : a));
  const middle = contribution(
    space,
    median(known, ({phi}) => phi)!
  );
  if (known[0].value === known[known.length - 1].value) {
    return `${of.label} is ${best.at} in ${tracks} drawn, and contributes ${middle}`;
  }
  if (contribution(space, best.phi) === contribution(space, worst.phi)) {
    return `${of.label} contributes much the same at all its values: ${middle}`;
  }
  return (
    `${of.label} contributes most ${place(of, best.at)}, least ${place(of, worst.at)}: ` +
    `medians of ${amount(space, best.phi)} and ${contribution(space, worst.phi)}`
  );
}

/** Where on the axis: "at C", "around −5.0 dB", "below 0.01". */
const place = (of: Feature, at: string) =>
  at.startsWith("<") ? at.replace("<", "below") : `${isStepped(of) ? "at" : "around"} ${at}`;
