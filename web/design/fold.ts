/** Lower case without accents, so that "Ñuñoa" is found by "nunoa". */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().trim();
