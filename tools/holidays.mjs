// Writes data/holidays.csv: Chile's holidays 2020–2030. What follows a rule is computed; elections, regional days and
// days given once are listed by hand below, each with its law. `--check` compares instead of writing.
//
//   node tools/holidays.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../data/holidays.csv', import.meta.url);
const FIRST = 2020;
const LAST = 2030;
const COLUMNS = ['date', 'name', 'name_en', 'scope', 'territory', 'kind', 'retail_rest', 'law', 'certainty', 'note'];

// --- Days as UTC midnights, so that no zone of this machine can matter -------------------------------------------------
const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));
const plus = (date, days) => new Date(date.getTime() + days * 86_400_000);
const weekday = (date) => date.getUTCDay() || 7; // Monday 1 … Sunday 7
const text = (date) => date.toISOString().slice(0, 10);

/** Gregorian Easter Sunday (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year) {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const d = Math.floor(b / 4), e = b % 4, f = Math.floor((b + 8) / 25), g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The June solstice (Meeus, ch. 27; good to a minute), as a date in continental Chile, then at UTC-4. */
function juneSolstice(year) {
  const y = (year - 2000) / 1000;
  const jde0 = 2451716.56767 + 365241.62603 * y + 0.00325 * y ** 2 + 0.00888 * y ** 3 - 0.0003 * y ** 4;
  const t = (jde0 - 2451545) / 36525;
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const w = radians(35999.373 * t - 2.47);
  const lambda = 1 + 0.0334 * Math.cos(w) + 0.0007 * Math.cos(2 * w);
  const terms = [
    [485, 324.96, 1934.136], [203, 337.23, 32964.467], [199, 342.08, 20.186], [182, 27.85, 445267.112],
    [156, 73.14, 45036.886], [136, 171.52, 22518.443], [77, 222.54, 65928.934], [74, 296.72, 3034.906],
    [70, 243.58, 9037.513], [58, 119.81, 33718.147], [52, 297.17, 150.678], [50, 21.02, 2281.226],
    [45, 247.54, 29929.562], [44, 325.15, 31555.956], [29, 60.93, 4443.417], [18, 155.12, 67555.328],
    [17, 288.79, 4562.452], [16, 198.04, 62894.029], [14, 199.76, 31436.921], [12, 95.39, 14577.848],
    [12, 287.11, 31931.756], [12, 320.81, 34777.259], [9, 227.73, 1222.114], [8, 15.45, 16859.074],
  ];
  const s = terms.reduce((sum, [a, b, c]) => sum + a * Math.cos(radians(b + c * t)), 0);
  const terrestrial = jde0 + (0.00001 * s) / lambda;
  const universal = terrestrial - 70 / 86_400; // ΔT of these years
  const local = new Date((universal - 2440587.5) * 86_400_000 - 4 * 3_600_000);
  return day(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

/** Ley 19.668: Tuesday to Thursday go back to Monday of that week, Friday goes on to the next Monday. */
function movedToMonday(date) {
  const w = weekday(date);
  if (w >= 2 && w <= 4) return plus(date, 1 - w);
  return w === 5 ? plus(date, 3) : date;
}

/** Ley 20.299: Tuesday goes back, Wednesday on, to the Friday. */
function evangelicalDay(year) {
  const date = day(year, 10, 31);
  if (weekday(date) === 2) return plus(date, -4);
  return weekday(date) === 3 ? plus(date, 2) : date;
}

const national = (date, name, name_en, kind, law, more = {}) =>
  ({ date: text(date), name, name_en, scope: 'national', kind, law, ...more });
const ALL_RETAIL = { retail_rest: 'all' }; // feriado irrenunciable: every dependent worker of commerce rests
const NO_WORK = 'Ley 19.973, art. 2';

function byRule(year) {
  const rows = [
    national(day(year, 1, 1), 'Año Nuevo', "New Year's Day", 'civil', `Ley 2.977; ${NO_WORK}`, ALL_RETAIL),
    national(plus(easter(year), -2), 'Viernes Santo', 'Good Friday', 'religious', 'Ley 2.977'),
    national(plus(easter(year), -1), 'Sábado Santo', 'Holy Saturday', 'religious', 'Ley 2.977'),
    national(day(year, 5, 1), 'Día Nacional del Trabajo', 'Labour Day', 'civil', `Código del Trabajo, art. 35; ${NO_WORK}`, ALL_RETAIL),
    national(day(year, 5, 21), 'Día de las Glorias Navales', 'Navy Day', 'civil', 'Ley 2.977'),
    national(movedToMonday(day(year, 6, 29)), 'San Pedro y San Pablo', 'Saints Peter and Paul', 'religious', 'Ley 18.432; Ley 19.668'),
    national(day(year, 7, 16), 'Día de la Virgen del Carmen', 'Our Lady of Mount Carmel', 'religious', 'Ley 20.148'),
    national(day(year, 8, 15), 'Asunción de la Virgen', 'Assumption of Mary', 'religious', 'Ley 2.977'),
    national(day(year, 9, 18), 'Independencia Nacional', 'Independence Day', 'civil', `Ley 2.977; ${NO_WORK}`, ALL_RETAIL),
    national(day(year, 9, 19), 'Día de las Glorias del Ejército', 'Army Day', 'civil', `Ley 2.977; ${NO_WORK} (Ley 20.629)`, ALL_RETAIL),
    national(movedToMonday(day(year, 10, 12)), 'Encuentro de Dos Mundos', 'Meeting of Two Worlds', 'civil', 'Ley 3.810; Ley 19.668'),
    national(evangelicalDay(year), 'Día Nacional de las Iglesias Evangélicas y Protestantes', 'Evangelical and Protestant Churches', 'religious', 'Ley 20.299'),
    national(day(year, 11, 1), 'Día de Todos los Santos', "All Saints' Day", 'religious', 'Ley 2.977'),
    national(day(year, 12, 8), 'Inmaculada Concepción', 'Immaculate Conception', 'religious', 'Ley 2.977'),
    national(day(year, 12, 25), 'Navidad', 'Christmas Day', 'religious', `Ley 2.977; ${NO_WORK}`, ALL_RETAIL),
    { date: text(day(year, 6, 7)), name: 'Asalto y Toma del Morro de Arica', name_en: 'Battle of Arica', scope: 'region', territory: '15', kind: 'civil', law: 'Ley 20.663' },
    { date: text(day(year, 8, 20)), name: 'Nacimiento del Prócer de la Independencia', name_en: "Bernardo O'Higgins' birthday", scope: 'comuna', territory: '16101;16103', kind: 'civil', law: 'Ley 20.768' },
  ];
  if (weekday(day(year, 1, 2)) === 1) {
    rows.push(national(day(year, 1, 2), 'Feriado adicional de Año Nuevo', 'Additional New Year holiday', 'civil', 'Ley 20.983'));
  }
  const peoples = ['Día Nacional de los Pueblos Indígenas', 'National Day of Indigenous Peoples', 'civil', 'Ley 21.357'];
  if (year === 2021) rows.push(national(day(2021, 6, 21), ...peoples, { note: 'Su primer año, por artículo transitorio; el solsticio fue el 20' }));
  if (year > 2021) rows.push(national(juneSolstice(year), ...peoples));
  const september = { 2: [17, 'Ley 20.215'], 3: [20, 'Ley 20.215'], 6: [17, 'Ley 20.983'] }[weekday(day(year, 9, 18))];
  if (september) rows.push(national(day(year, 9, september[0]), 'Feriado adicional de Fiestas Patrias', 'Additional Independence holiday', 'civil', september[1]));
  return rows;
}

const ELECTION = { kind: 'election', retail_rest: 'malls', law: 'DFL 2 de 2017 (Ley 18.700), art. 180' };
const TO_CONFIRM = { certainty: 'to_confirm' };
const election = (date, name, name_en, more = {}) => ({ date, name, name_en, scope: 'national', ...ELECTION, ...more });
const regional = (date, name, name_en, scope, territory, kind, law, note = '') => ({ date, name, name_en, scope, territory, kind, law, note });

const byHand = [
  election('2020-10-25', 'Plebiscito nacional', 'National plebiscite'),
  election('2020-11-29', 'Elecciones primarias de alcaldes y gobernadores', 'Primaries for mayors and governors', { ...TO_CONFIRM, note: 'Solo donde hubo primarias; falta la lista' }),
  election('2021-05-15', 'Elecciones (primer día)', 'Elections (first day)', { retail_rest: 'all', law: 'Ley 21.324' }),
  election('2021-05-16', 'Elecciones (segundo día)', 'Elections (second day)', { retail_rest: 'all', law: 'Ley 21.324' }),
  election('2021-06-13', 'Segunda vuelta de gobernadores regionales', "Governors' second round", { scope: 'region', territory: '01;02;03;04;06;07;08;09;10;13;14;15;16' }),
  election('2021-07-18', 'Elecciones primarias presidenciales', 'Presidential primaries'),
  election('2021-11-21', 'Elecciones generales', 'General elections'),
  election('2021-12-19', 'Segunda vuelta presidencial', 'Presidential second round'),
  election('2022-09-04', 'Plebiscito constitucional', 'Constitutional plebiscite'),
  regional('2022-09-16', 'Feriado por única vez', 'One-time holiday', 'national', '', 'civil', 'Ley 21.482', 'Número de la ley por confirmar'),
  election('2023-05-07', 'Elección del Consejo Constitucional', 'Constitutional Council election'),
  regional('2023-08-10', 'Fiesta de San Lorenzo de Tarapacá', 'Feast of Saint Lawrence', 'region', '01;03', 'religious', 'Ley de agosto de 2023', 'Por única vez; número de la ley por confirmar'),
  regional('2023-09-08', 'Fiesta de Nuestra Señora de Guadalupe de Ayquina', 'Our Lady of Guadalupe of Ayquina', 'region', '02', 'religious', 'Ley 21.609', 'Por única vez'),
  regional('2023-09-20', 'Fiesta de La Pampilla', 'La Pampilla', 'region', '04', 'civil', 'Ley 21.609', 'Por única vez'),
  election('2023-12-17', 'Plebiscito constitucional', 'Constitutional plebiscite'),
  election('2024-06-09', 'Elecciones primarias de alcaldes y gobernadores', 'Primaries for mayors and governors', { ...TO_CONFIRM, note: 'Solo en 60 comunas y 2 regiones; falta la lista' }),
  regional('2024-09-21', 'Toma de posesión del Estrecho de Magallanes', 'Possession of the Strait of Magellan', 'region', '12', 'civil', 'Ley 21.704', 'Por única vez'),
  regional('2024-09-21', 'Toma de posesión del Estrecho de Magallanes', 'Possession of the Strait of Magellan', 'comuna', '10201;10202;10203;10204;10205;10206;10207;10208;10209;10210', 'civil', 'Ley 21.704', 'Por única vez; provincia de Chiloé'),
  election('2024-10-27', 'Elecciones municipales y regionales', 'Municipal and regional elections', { law: 'Ley 21.693', note: 'El sábado 26 fue día hábil' }),
  election('2024-11-24', 'Segunda vuelta de gobernadores regionales', "Governors' second round", { scope: 'region', territory: '02;03;04;05;06;07;08;09;10;13;15' }),
  election('2025-06-29', 'Elecciones primarias presidenciales', 'Presidential primaries'),
  election('2025-11-16', 'Elecciones generales', 'General elections'),
  election('2025-12-14', 'Segunda vuelta presidencial', 'Presidential second round'),
  election('2028-06-11', 'Elecciones primarias de alcaldes y gobernadores', 'Primaries for mayors and governors', { ...TO_CONFIRM, note: 'Vigésimo domingo antes de la elección; solo donde haya primarias' }),
  election('2028-10-29', 'Elecciones municipales y regionales', 'Municipal and regional elections', { ...TO_CONFIRM, note: 'Último domingo de octubre; una ley puede darle dos días' }),
  election('2028-11-26', 'Segunda vuelta de gobernadores regionales', "Governors' second round", { ...TO_CONFIRM, note: 'Solo donde haga falta' }),
  election('2029-07-01', 'Elecciones primarias presidenciales', 'Presidential primaries', { ...TO_CONFIRM, note: 'Vigésimo domingo antes de la elección, si las hay' }),
  election('2029-11-18', 'Elecciones generales', 'General elections', { ...TO_CONFIRM, note: 'Tercer domingo de noviembre; una ley puede darle dos días' }),
  election('2029-12-16', 'Segunda vuelta presidencial', 'Presidential second round', { ...TO_CONFIRM, note: 'Cuarto domingo después, si hace falta' }),
];

const rows = [...byHand];
for (let year = FIRST; year <= LAST; year++) rows.push(...byRule(year));
for (const row of rows) row.certainty ??= 'certain';
const order = (row) => [row.date, row.scope, row.territory ?? '', row.name].join('|');
rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));

const cell = (value = '') => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))].join('\n') + '\n';

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, csv);
  console.log(`${rows.length} holidays written`);
} else if (readFileSync(FILE, 'utf8') !== csv) {
  console.error('data/holidays.csv is not what tools/holidays.mjs makes: run it, and read the difference');
  process.exit(1);
}
