// The day under the head: whole while everything is held, one fray for each loose thread.
import { Fray } from "@/design/yarn";
import "./day-thread.css";

/** More than nine would say the same and cover the name above. */
const k_frays = 9;
const k_step = 44;

export function DayThread({ loose }: { loose: number }) {
  const frays = Math.min(loose, k_frays);
  const width = frays === 0 ? 0 : frays * k_step + 10;
  return (
    <div className="day-thread" aria-hidden="true">
      <div className="day-thread__held" />
      {frays > 0 && (
        <svg className="yarn" width={width} height="18" viewBox={`0 0 ${width} 18`}>
          {Array.from({ length: frays }, (_, index) => (
            <g key={index} transform={`translate(${index * k_step} 0)`}>
              <Fray x={0} y={9} reach={22} />
              <path className="day-thread__piece" d="M30 9h12" />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
