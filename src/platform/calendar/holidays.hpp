// Chile's holidays, 2020–2030: data/holidays.csv, which tools/holidays.mjs writes from the laws' rules.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::calendar {

enum class HolidayScope { national, region, comuna };
BOOST_DESCRIBE_ENUM(HolidayScope, national, region, comuna)

enum class HolidayKind { civil, religious, election };
BOOST_DESCRIBE_ENUM(HolidayKind, civil, religious, election)

/// Whose rest cannot be renounced: nobody's, that of malls (Código del Trabajo, art. 38 N° 7, on election days), or that of
/// all commerce (Ley 19.973, art. 2).
enum class RetailRest { none, malls, all };
BOOST_DESCRIBE_ENUM(RetailRest, none, malls, all)

struct Holiday {
    Date date;
    std::string name;
    std::string name_en;
    HolidayScope scope;
    std::vector<territory::Region> regions;  ///< when the scope is region
    std::vector<territory::Comuna> comunas;  ///< when the scope is comuna
    HolidayKind kind;
    RetailRest retail_rest;
    std::string law;
    bool is_to_confirm;  ///< may not happen, or not there: elections to come, primaries held only in some places
    std::string note;

    bool applies_in(const territory::Place& place) const;
};
BOOST_DESCRIBE_STRUCT(Holiday, (),
                      (date, name, name_en, scope, regions, comunas, kind, retail_rest, law, is_to_confirm, note))

/// All of them, by date.
std::span<const Holiday> holidays();

/// Those of one date.
std::span<const Holiday> holidays_on(Date date);

/// What a date is in a place. `unsure`: a holiday to be confirmed, or a year we have no holidays for.
enum class DayKind { working, holiday, unsure };

DayKind day_kind(Date date, const territory::Place& place);

/// Changes whenever the data does: what stored a deadline keeps it, to know that it must be computed anew.
std::uint64_t holidays_edition();

}  // namespace hebra::calendar
