// Words that the form offers for what people say of themselves, and never asks for: whoever says it otherwise is written down as
// they said it (docs/adr/0014). Kept as they are in Spanish, whatever the page's language, so that the same answer counts as the same.
import type { WrittenField } from "./person-form";

export const offered: Partial<Record<WrittenField, readonly string[]>> = {
  // MINSAL, Estándar de Información en Salud: identidad de género.
  gender: ["Femenina", "Masculino", "Transgénero femenina", "Transgénero masculino", "No binario"],
  // Ley 19.253, art. 1 (the Chango by Ley 21.273, the Selk'nam by Ley 21.606); Ley 21.151.
  pueblo: ["Mapuche", "Aymara", "Rapa Nui", "Lickanantay", "Quechua", "Colla", "Diaguita", "Chango", "Kawésqar", "Yagán", "Selk'nam", "Tribal afrodescendiente chileno"],
  nationality: ["Chilena", "Venezolana", "Peruana", "Haitiana", "Colombiana", "Boliviana", "Argentina", "Ecuatoriana", "Cubana", "Dominicana"],
  language: ["Castellano", "Mapudungun", "Aymara", "Quechua", "Rapanui", "Creole haitiano", "Lengua de Señas Chilena", "Inglés", "Portugués"],
};
