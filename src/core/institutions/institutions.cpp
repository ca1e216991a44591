#include "core/institutions/institutions.hpp"

#include <algorithm>

#include "core/institutions/store.hpp"

namespace hebra::institutions {
namespace {

constexpr auto k_remembered = std::chrono::seconds(5);

}  // namespace

Result<Institution> Institutions::found(const Actor& actor, const NewInstitution& institution) {
    const Time now = clock_.now();
    const Institution founded{InstitutionId::make(now), institution.name,   institution.legal_nature, institution.sector,
                              institution.region,       institution.comuna, 1};
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        vault_.found(tx, founded.id);
        const auto entry = audit_.record_in(tx, founded.id, actor, {.action = "institution.found", .subject = founded.id.value()});
        store::add(tx, founded, now, entry);
        return {};
    }));
    const std::scoped_lock lock(mutex_);
    known_.reset();
    return founded;
}

Result<Institution> Institutions::find(InstitutionId id) {
    const auto known = all();
    const auto found = std::ranges::find(*known, id, &Institution::id);
    if (found == known->end()) return not_found();
    return *found;
}

std::shared_ptr<const std::vector<Institution>> Institutions::all() {
    const Time now = clock_.now();
    {
        const std::scoped_lock lock(mutex_);
        if (known_ && now - read_at_ < k_remembered) return known_;
    }
    auto read = std::make_shared<const std::vector<Institution>>(
        database_.read([](db::Reader& reader) { return store::all(reader); }));
    const std::scoped_lock lock(mutex_);
    known_ = std::move(read);
    read_at_ = now;
    return known_;
}

}  // namespace hebra::institutions
