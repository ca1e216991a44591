// What the public page says where nobody fits.
#pragma once
#include "base/word.hpp"

namespace hebra::directory::words {

inline constexpr Word k_relax{"public_relax", "Si dejas fuera una sola cosa de lo que pediste:", "If you leave out just one thing of what you asked:"};
inline constexpr Word k_relax_none{"public_relax_none",
                                   "Tampoco aparece nadie si dejas algo fuera. Arriba están los números de emergencia; también te orienta el consultorio de tu barrio.",
                                   "Nobody appears either if you leave something out. The emergency numbers are above; the health centre near you can also guide you."};
inline constexpr Word k_relax_topic{"public_relax_topic", "Cualquier motivo", "Any reason"};
inline constexpr Word k_relax_text{"public_relax_text", "Sin tus palabras", "Without your words"};
inline constexpr Word k_relax_comuna{"public_relax_comuna", "Cualquier comuna", "Any comuna"};
inline constexpr Word k_relax_region{"public_relax_region", "Cualquier región", "Any region"};
inline constexpr Word k_relax_channel{"public_relax_channel", "Cualquier canal", "Any channel"};
inline constexpr Word k_relax_language{"public_relax_language", "Cualquier idioma", "Any language"};
inline constexpr Word k_relax_free{"public_relax_free", "Aunque no sea gratis", "Even if it is not free"};
inline constexpr Word k_relax_anonymous{"public_relax_anonymous", "Aunque pida el nombre", "Even if it asks for a name"};
inline constexpr Word k_relax_moment{"public_relax_moment", "A cualquier hora", "At any time"};
inline constexpr Word k_relax_all{"public_relax_all", "Empezar de nuevo", "Begin again"};
inline constexpr Word k_relax_one{"public_relax_one", "{} línea", "{} line"};
inline constexpr Word k_relax_many{"public_relax_many", "{} líneas", "{} lines"};
inline constexpr Word k_relax_near_one{"public_relax_near_one", "{} casi calza", "{} nearly fits"};
inline constexpr Word k_relax_near{"public_relax_near", "{} casi calzan", "{} nearly fit"};

}  // namespace hebra::directory::words
