// What the page of one service says besides.
#pragma once
#include "base/word.hpp"

namespace hebra::directory::words {

inline constexpr Word k_back{"public_back", "Volver a buscar", "Back to the search"};
inline constexpr Word k_ways{"public_ways", "Cómo contactar", "How to reach it"};
inline constexpr Word k_hours{"public_hours", "Cuándo atiende", "When it attends"};
inline constexpr Word k_facts{"public_facts", "Lo que se sabe", "What is known"};
inline constexpr Word k_fact_ages{"public_fact_ages", "Edades", "Ages"};
inline constexpr Word k_fact_population{"public_fact_population", "Para quién", "For whom"};
inline constexpr Word k_fact_topics{"public_fact_topics", "Especialidad", "Speciality"};
inline constexpr Word k_fact_area{"public_fact_area", "Área", "Area"};
inline constexpr Word k_fact_kind{"public_fact_kind", "Tipo de línea", "Kind of line"};
inline constexpr Word k_fact_requirements{"public_fact_requirements", "Qué pide para entrar", "What it asks for"};
inline constexpr Word k_fact_documents{"public_fact_documents", "Documentos", "Documents"};
inline constexpr Word k_fact_place{"public_fact_place", "Dónde atiende", "Where it attends"};
inline constexpr Word k_fact_name{"public_fact_name", "Tu nombre", "Your name"};
inline constexpr Word k_fact_cost{"public_fact_cost", "Costo", "Cost"};
inline constexpr Word k_fact_languages{"public_fact_languages", "Idiomas", "Languages"};
inline constexpr Word k_fact_source{"public_fact_source", "Fuente", "Source"};
inline constexpr Word k_fact_checked{"public_fact_checked", "Comprobación", "Check"};
inline constexpr Word k_day_and_night{"public_day_and_night", "Día y noche, todos los días", "Day and night, every day"};
inline constexpr Word k_closed{"public_closed", "Cerrado", "Closed"};
inline constexpr Word k_to_confirm{"public_to_confirm", "Por confirmar", "To be confirmed"};
inline constexpr Word k_any_age_served{"public_every_age", "Toda edad", "Every age"};
inline constexpr Word k_from_age{"public_from_age", "Desde {} años", "Aged {} and over"};
inline constexpr Word k_to_age{"public_to_age", "Hasta {} años", "Up to the age of {}"};
inline constexpr Word k_between_ages{"public_between_ages", "De {} a {} años", "Aged {} to {}"};
inline constexpr Word k_all_chile{"public_all_chile", "Todo Chile", "All of Chile"};
inline constexpr Word k_each_comuna{"public_each_comuna", "Cada comuna tiene la suya", "Each comuna has its own"};
inline constexpr Word k_each_region{"public_each_region", "Cada región tiene la suya", "Each region has its own"};
inline constexpr Word k_name_anonymous{"public_name_anonymous", "Anónimo", "Anonymous"};
inline constexpr Word k_name_optional{"public_name_optional", "No exige identificarse", "No identification required"};
inline constexpr Word k_name_required{"public_name_required", "Con nombre", "With your name"};
inline constexpr Word k_name_unknown{"public_name_unknown", "No se sabe si pide el nombre", "It is not known whether it asks for a name"};
inline constexpr Word k_confidential{"public_confidential", "Confidencial", "Confidential"};
inline constexpr Word k_cost_free{"public_cost_free", "Gratis", "Free of charge"};
inline constexpr Word k_cost_call{"public_cost_call", "Cobra como llamada local", "Charged as a local call"};
inline constexpr Word k_cost_paid{"public_cost_paid", "Tiene costo", "It costs money"};
inline constexpr Word k_cost_unknown{"public_cost_unknown", "No se sabe si es gratis", "It is not known whether it is free"};
inline constexpr Word k_wrong_title{"public_wrong", "¿Hay algo malo?", "Is something wrong?"};
inline constexpr Word k_wrong_what{"public_wrong_what",
                                   "Un toque avisa que algo de esta ficha está malo. No pregunta quién eres; alguien de la red lo revisa.",
                                   "One touch says that something here is wrong. It does not ask who you are; somebody of the network reviews it."};
inline constexpr Word k_wrong_thanks{"public_wrong_thanks", "Gracias. Alguien de la red lo va a revisar.",
                                     "Thank you. Somebody of the network will review it."};
inline constexpr Word k_not_there{"public_not_there", "Ese servicio no está en el catastro, o ya no se ofrece.",
                                  "That service is not in the directory, or is offered no more."};

}  // namespace hebra::directory::words
