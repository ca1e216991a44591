#include "features/referrals/api.hpp"

#include <algorithm>

#include "features/referrals/referral.hpp"
#include "platform/db/list.hpp"

namespace hebra::referrals {
namespace {

struct Row {
    ReferralId id;
    InstitutionId origin_id;
    std::optional<InstitutionId> destination_id;
    Kind kind;
    Status status;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, origin_id, destination_id, kind, status))

/// Neither side has anything more to do with it.
bool is_over(Status status) { return stage_of(status, k_origin) == Stage::ended; }

}  // namespace

std::vector<Carried> about_person(db::Reader& reader, InstitutionId institution, PersonId person) {
    std::vector<Carried> all;
    for (const auto& row : reader.all<Row>(R"sql(
             SELECT id, origin_id, destination_id, kind, status
               FROM referral
              WHERE (origin_id = :institution AND origin_person_id = :person)
                 OR (destination_id = :institution AND destination_person_id = :person)
              ORDER BY created_at, id
         )sql", {db::arg("institution", institution), db::arg("person", person)})) {
        const bool ours = row.origin_id == institution;
        all.push_back({row.id, ours ? row.destination_id.value_or(InstitutionId{}) : row.origin_id, ours,
                       is_over(row.status), find_move(row.kind, row.status, Action::cancel, k_origin).has_value()});
    }
    return all;
}

std::int64_t open_between(db::Reader& reader, InstitutionId one, InstitutionId other) {
    const auto statuses = reader.all<Status>(R"sql(
        SELECT status
          FROM referral
         WHERE sent_at IS NOT NULL
           AND ((origin_id = :one AND destination_id = :other) OR (origin_id = :other AND destination_id = :one))
    )sql", {db::arg("one", one), db::arg("other", other)});
    return std::ranges::count_if(statuses, [](Status status) { return !is_over(status); });
}

std::vector<Sought> sought_of(db::Reader& reader, InstitutionId institution, std::span<const RecordId> referrals) {
    std::vector<db::Arg> args = {db::arg("institution", institution)};
    db::add_list(args, referrals);
    return reader.all<Sought>(R"sql(
        SELECT id AS referral, tries
          FROM referral
         WHERE id IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15, :l16,
                      :l17, :l18, :l19, :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29, :l30, :l31,
                      :l32, :l33, :l34, :l35, :l36, :l37, :l38, :l39, :l40, :l41, :l42, :l43, :l44, :l45, :l46,
                      :l47, :l48, :l49)
           AND origin_id = :institution
           AND tries > 0
    )sql", std::span<const db::Arg>(args));
}

}  // namespace hebra::referrals
