// A QR code as one SVG path: nothing is drawn with inline styles, and it prints.
import { encode } from "uqr";
import { useMemo } from "react";

/** Modules of light around it, without which readers fail. */
const k_quiet = 2;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data } = encode(text, { border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: data.length, path: dark.join("") };
  }, [text]);
  const side = size + 2 * k_quiet;
  return (
    <svg className="account__qr qr" viewBox={`${-k_quiet} ${-k_quiet} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr__light" x={-k_quiet} y={-k_quiet} width={side} height={side} />
      <path className="qr__dark" d={path} />
    </svg>
  );
}
