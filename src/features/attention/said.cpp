#include "features/attention/api.hpp"
#include "features/attention/sealing.hpp"
#include "platform/json/own.hpp"

namespace hebra::attention {
namespace {

struct Row {
    ContactId id;
    Time started_at;
    Bytes content;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, started_at, content))

}  // namespace

std::vector<Said> said_by(db::Reader& reader, access::Vault& vault, InstitutionId institution, PersonId person, std::int64_t most) {
    const auto sealing = vault.subject(reader, institution, person.value());
    if (!sealing) return {};  // erased: what was said cannot be read any more
    std::vector<Said> all;
    for (const auto& row : reader.all<Row>(R"sql(
             SELECT id, started_at, content
               FROM contact
              WHERE person_id = :person
                AND institution_id = :institution
                AND subject_id = :person
                AND content IS NOT NULL
              ORDER BY started_at DESC, id DESC
              LIMIT :most
         )sql", {db::arg("person", person), db::arg("institution", institution), db::arg("most", most)})) {
        auto content = json::read_own<Content>(sealing->open("contact.content", row.id.value(), row.content));
        if (content.joint_summary && !content.joint_summary->empty())
            all.push_back({row.id, row.started_at, *std::move(content.joint_summary)});
    }
    return all;
}

}  // namespace hebra::attention
