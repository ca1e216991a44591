// The institutions of the network. The law that binds one depends on its legal nature (Ley 21.719 art. 20 ff.).
#pragma once
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::institutions {

/// A public body acts on its legal function; a private one needs the person's consent to receive from it (art. 22).
enum class LegalNature { public_body, private_nonprofit, private_other };
BOOST_DESCRIBE_ENUM(LegalNature, public_body, private_nonprofit, private_other)

/// The area in which an institution works (INJUV, "Orientaciones…", 8.2: «Programa o área / Servicio»): the eight dyed threads of the
/// interface, each with its hue, weave and name. The only list of areas.
enum class Sector { helpline, health, childhood, education, justice, municipal, gender, community };
BOOST_DESCRIBE_ENUM(Sector, helpline, health, childhood, education, justice, municipal, gender, community)

/// As the pages say it.
Word word_of(Sector sector);

struct Institution {
    InstitutionId id;
    std::string name;
    LegalNature legal_nature;
    Sector sector;
    std::optional<territory::Region> region;  ///< none: the whole country
    std::optional<territory::Comuna> comuna;
    int version;
};
BOOST_DESCRIBE_STRUCT(Institution, (), (id, name, legal_nature, sector, region, comuna, version))

struct NewInstitution {
    std::string name;
    LegalNature legal_nature;
    Sector sector;
    std::optional<territory::Region> region = {};
    std::optional<territory::Comuna> comuna = {};
};

/// Where it is, told anew as a whole: nothing in it is the whole country.
struct Whereabouts {
    std::optional<territory::Region> region;
    std::optional<territory::Comuna> comuna;
};
BOOST_DESCRIBE_STRUCT(Whereabouts, (), (region, comuna))

/// What is said otherwise of an institution from now on; what is absent stays.
struct InstitutionChange {
    std::optional<std::string> name;
    std::optional<LegalNature> legal_nature;
    std::optional<Sector> sector;
    std::optional<Whereabouts> place;
};
BOOST_DESCRIBE_STRUCT(InstitutionChange, (), (name, legal_nature, sector, place))

namespace words {
inline constexpr Word k_helpline{"sector_helpline", "Líneas de atención", "Helplines"};
inline constexpr Word k_health{"sector_health", "Salud", "Health"};
inline constexpr Word k_childhood{"sector_childhood", "Niñez y protección", "Childhood and protection"};
inline constexpr Word k_education{"sector_education", "Educación", "Education"};
inline constexpr Word k_justice{"sector_justice", "Justicia y seguridad", "Justice and safety"};
inline constexpr Word k_municipal{"sector_municipal", "Municipio y social", "Municipal and social"};
inline constexpr Word k_gender{"sector_gender", "Género y violencias", "Gender and violence"};
inline constexpr Word k_community{"sector_community", "Familia y comunidad", "Family and community"};
inline constexpr Word k_name_needed{"institution_name_needed", "Escriba el nombre de la institución.", "Write the institution's name."};
inline constexpr Word k_name_long{"institution_name_long", "Escriba el nombre de la institución en 120 letras o menos.",
                                  "Write the institution's name in 120 letters or fewer."};
inline constexpr Word k_name_taken{"institution_name_taken", "Ya hay una institución con ese nombre en la red. Si es otra, agréguele su comuna o su sede.",
                                   "There is already an institution of that name in the network. If this is another one, add its comuna or site."};
inline constexpr Word k_comuna_elsewhere{"comuna_elsewhere", "Esa comuna no es de esa región. Corrija una de las dos, o deje solo la comuna.",
                                         "That comuna is not in that region. Correct one of them, or leave the comuna alone."};
}  // namespace words

/// The same without the spaces around its name, and in its comuna's region when no region is told; or every field in doubt:
/// `/name`: `institution_name_needed`, `institution_name_long`; `/comuna`: `comuna_elsewhere`.
Result<NewInstitution> check(NewInstitution institution);
/// Whether two names would be read as one: without case, accents or signs.
bool is_same_name(std::string_view one, std::string_view other);
/// How many letters a text has; of UTF-8 that was found well formed where it came in.
std::size_t count_letters(std::string_view text);

}  // namespace hebra::institutions
