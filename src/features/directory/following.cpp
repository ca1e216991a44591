// What the rows of an institution say of it, once it says otherwise of itself.
#include "features/directory/directory.hpp"

namespace hebra::directory {

Result<> Directory::follow(db::Tx& tx, const institutions::InstitutionDone& done) {
    const auto& [before, after, at, entry] = done;
    if (before.name == after.name && before.sector == after.sector) return {};
    store::raise_edition(tx);  // the area is not written in a row: it is that of its institution, and is read anew
    if (before.name == after.name) return {};
    for (auto& [service, version] : store::of_institution(tx, after.id)) {
        if (service.institution != before.name) continue;  // known by a name of its own: it keeps it
        service.institution = after.name;
        // Somebody edits the row at this instant: the name waits, rather than stay the old one there.
        if (!store::save(tx, service, version, at, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    }
    return {};
}

}  // namespace hebra::directory
