// Saying otherwise of an institution than when it was founded.
#include <fmt/format.h>

#include "access/once/once.hpp"
#include "core/institutions/institutions.hpp"
#include "core/institutions/store.hpp"

namespace hebra::institutions {
namespace {

/// "name: CESFAM Norte → CESFAM Demo Norte": facts about an institution, of nobody.
std::vector<std::string> differences(const Institution& before, const Institution& after) {
    std::vector<std::string> all;
    const auto compare = [&](std::string_view field, const std::string& was, const std::string& is) {
        if (was != is) all.push_back(fmt::format("{}: {} → {}", field, was, is));
    };
    const auto code = [](auto value) { return std::string(boost::describe::enum_to_string(value, "?")); };
    const auto place = [](const auto& told) { return told ? told->text() : std::string("-"); };
    compare("name", before.name, after.name);
    compare("legal_nature", code(before.legal_nature), code(after.legal_nature));
    compare("sector", code(before.sector), code(after.sector));
    compare("region", place(before.region), place(after.region));
    compare("comuna", place(before.comuna), place(after.comuna));
    return all;
}

}  // namespace

Result<Institution> Institutions::correct(const Actor& actor, InstitutionId id, const InstitutionChange& change, int seen,
                                          const Seen& known) {
    HEBRA_TRY(const auto before, find(id, seen));
    NewInstitution told{before.name, before.legal_nature, before.sector, before.region, before.comuna};
    if (change.name) told.name = *change.name;
    if (change.legal_nature) told.legal_nature = *change.legal_nature;
    if (change.sector) told.sector = *change.sector;
    if (change.place) told.region = change.place->region, told.comuna = change.place->comuna;
    HEBRA_TRY(told, check(std::move(told)));
    auto after = before;
    after.name = told.name;
    after.legal_nature = told.legal_nature;
    after.sector = told.sector;
    after.region = told.region;
    after.comuna = told.comuna;
    after.version = seen + 1;
    const Time now = clock_.now();
    bool is_repeat = false;
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        is_repeat = twice.has_value();
        if (is_repeat) return {};
        if (is_taken(tx, after, known, false)) return refuse_field("/name", words::k_name_taken);
        const audit::Act act{.action = "institution.change", .subject = id.value(), .fields = differences(before, after)};
        const auto entry = audit_.record_in(tx, id, actor, act);
        if (actor.institution != id) audit_.record(tx, actor, act);
        if (!store::save(tx, after, seen, entry)) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return followers_.within ? followers_.within(tx, {before, after, now, entry}) : Result<>();
    }));
    refresh();
    if (followers_.after) followers_.after();
    return is_repeat ? find(id) : after;
}

}  // namespace hebra::institutions
