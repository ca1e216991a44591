#include "core/disclosure/between.hpp"

namespace hebra::disclosure {

std::int64_t threads_between(db::Reader& reader, InstitutionId one, InstitutionId other, Time now) {
    return reader
        .maybe<std::int64_t>(R"sql(
            SELECT COUNT(DISTINCT a.thread_id)
              FROM disclosure d
              JOIN person a ON a.id = d.person_id
              JOIN person b ON b.institution_id = d.recipient_id AND b.thread_id = a.thread_id
             WHERE d.institution_id IN (:one, :other)
               AND d.recipient_id IN (:one, :other)
               AND d.institution_id <> d.recipient_id
               AND d.basis = 'consent'
               AND d.revoked_at IS NULL
               AND d.expires_at > :now
        )sql", {db::arg("one", one), db::arg("other", other), db::arg("now", now)})
        .value_or(0);
}

}  // namespace hebra::disclosure
