// The institutions of the network. The law that binds one depends on its legal nature (Ley 21.719 art. 20 ff.).
#pragma once
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/time.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::institutions {

/// A public body acts on its legal function; a private one needs the person's consent to receive from it (art. 22).
enum class LegalNature { public_body, private_nonprofit, private_other };
BOOST_DESCRIBE_ENUM(LegalNature, public_body, private_nonprofit, private_other)

/// The eight dyed threads of the interface: hue, weave and name.
enum class Sector { helpline, health, childhood, education, justice, municipal, gender, community };
BOOST_DESCRIBE_ENUM(Sector, helpline, health, childhood, education, justice, municipal, gender, community)

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

}  // namespace hebra::institutions
