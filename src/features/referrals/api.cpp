#include "features/referrals/api.hpp"

#include "features/referrals/referral.hpp"

namespace hebra::referrals {
namespace {

struct Row {
    ReferralId id;
    InstitutionId origin_id;
    std::optional<InstitutionId> destination_id;
    Status status;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, origin_id, destination_id, status))

}  // namespace

std::vector<Carried> about_person(db::Reader& reader, InstitutionId institution, PersonId person) {
    std::vector<Carried> all;
    for (const auto& row : reader.all<Row>(R"sql(
             SELECT id, origin_id, destination_id, status
               FROM referral
              WHERE (origin_id = :institution AND origin_person_id = :person)
                 OR (destination_id = :institution AND destination_person_id = :person)
              ORDER BY created_at, id
         )sql", {db::arg("institution", institution), db::arg("person", person)})) {
        const bool ours = row.origin_id == institution;
        all.push_back({row.id, ours ? row.destination_id.value_or(InstitutionId{}) : row.origin_id, ours,
                       stage_of(row.status) == Stage::ended});
    }
    return all;
}

}  // namespace hebra::referrals
