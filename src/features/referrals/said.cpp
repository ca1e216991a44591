// What the person said, of all that a referral holds; and the way from a thread's code to a referral.
#include <algorithm>

#include "features/referrals/api.hpp"
#include "platform/json/own.hpp"

namespace hebra::referrals {
namespace {

struct PackageRow {
    ReferralId id;
    InstitutionId origin_id;
    Time sent_at;
    Bytes content;
    std::int64_t epoch;
    Bytes wrapped;
};
BOOST_DESCRIBE_STRUCT(PackageRow, (), (id, origin_id, sent_at, content, epoch, wrapped))

struct AnswerRow {
    ReferralId id;
    bool travelled;  ///< something was sent of it, under a key of its own
    Action action;
    InstitutionId institution_id;
    Time at;
    Bytes details;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (id, travelled, action, institution_id, at, details))

/// What was sent about a person, each with the key that opens it.
std::vector<PackageRow> packages(db::Reader& reader, InstitutionId who, PersonId person, Time now, std::int64_t most) {
    return reader.all<PackageRow>(R"sql(
        SELECT r.id, r.origin_id, r.sent_at, p.content, k.epoch, k.wrapped
          FROM referral r
          JOIN referral_package p ON p.referral_id = r.id AND p.version = r.package_version
          JOIN subject_key k ON k.subject_id = r.id AND k.institution_id = :who
         WHERE r.sent_at IS NOT NULL
           AND ((r.origin_person_id = :person AND r.origin_id = :who)
                OR (r.destination_person_id = :person
                    AND r.destination_id = :who
                    AND EXISTS (SELECT 1
                                  FROM disclosure d
                                 WHERE d.subject_id = r.id
                                   AND d.revoked_at IS NULL
                                   AND d.expires_at > :now)))
         ORDER BY r.sent_at DESC, r.id DESC
         LIMIT :most
    )sql", {db::arg("who", who), db::arg("person", person), db::arg("now", now), db::arg("most", most)});
}

/// Moves at which the person was asked: their text is what they said.
std::vector<AnswerRow> answers(db::Reader& reader, InstitutionId who, PersonId person) {
    return reader.all<AnswerRow>(R"sql(
        SELECT m.referral_id AS id, CASE WHEN r.package_version > 0 THEN 1 ELSE 0 END AS travelled, m.action, m.institution_id, m.at, m.details
          FROM referral r
          JOIN referral_move m ON m.referral_id = r.id
         WHERE ((r.origin_person_id = :person AND r.origin_id = :who)
                OR (r.destination_person_id = :person AND r.destination_id = :who))
           AND m.action IN ('person_confirms', 'person_denies', 'close_verified', 'dispute')
           AND m.details IS NOT NULL
         ORDER BY m.at DESC, m.referral_id
    )sql", {db::arg("who", who), db::arg("person", person)});
}

/// Of what was given as information nothing travels: what they said of it is kept under their own key, by the origin alone.
void tell_untravelled(db::Reader& reader, access::Vault& vault, InstitutionId institution, PersonId person,
                      const std::vector<AnswerRow>& answered, std::vector<Said>& all) {
    if (std::ranges::all_of(answered, &AnswerRow::travelled)) return;
    const auto key = vault.subject(reader, institution, person.value());
    if (!key) return;
    for (const auto& answer : answered) {
        if (answer.travelled) continue;
        auto details = json::read_own<MoveDetails>(key->open("referral_move.details", answer.id.value(), answer.details));
        if (details.text && !details.text->empty())
            all.push_back({answer.id, answer.action, answer.at, answer.institution_id, *std::move(details.text), details.asked});
    }
}

}  // namespace

std::vector<Said> said_by(db::Reader& reader, access::Vault& vault, InstitutionId institution, PersonId person, Time now,
                          std::int64_t most) {
    std::vector<Said> all;
    const auto answered = answers(reader, institution, person);
    for (const auto& row : packages(reader, institution, person, now, most)) {
        const auto key = vault.subject(reader, institution, row.id.value(), {row.epoch, row.wrapped});
        const auto package = json::read_own<Package>(key.open("referral_package.content", row.id.value(), row.content));
        const auto wish = std::ranges::find(package.items, "wish", &Item::key);
        if (wish != package.items.end() && !wish->value.empty())
            all.push_back({row.id, std::nullopt, row.sent_at, row.origin_id, wish->value});
        for (const auto& answer : answered) {
            if (answer.id != row.id) continue;
            auto details = json::read_own<MoveDetails>(key.open("referral_move.details", row.id.value(), answer.details));
            if (details.text && !details.text->empty())
                all.push_back({row.id, answer.action, answer.at, answer.institution_id, *std::move(details.text), details.asked});
        }
    }
    tell_untravelled(reader, vault, institution, person, answered, all);
    return all;
}

const std::string& newest_of_thread_sql() {
    // From the thread: it has few referrals, and an institution many.
    static const std::string sql = R"sql(
        SELECT r.id
          FROM (SELECT COALESCE(joined_to, id) AS id
                  FROM thread
                 WHERE code = :code
                 UNION ALL
                SELECT s.id
                  FROM thread t
                  JOIN thread s ON s.joined_to = COALESCE(t.joined_to, t.id)
                 WHERE t.code = :code) k
         CROSS JOIN referral r
         WHERE r.thread_id = k.id
           AND (r.origin_id = :institution OR (r.destination_id = :institution AND r.sent_at IS NOT NULL))
         ORDER BY r.updated_at DESC, r.id DESC
         LIMIT 1
    )sql";
    return sql;
}

std::optional<ReferralId> newest_of_thread(db::Reader& reader, InstitutionId institution, const std::string& thread_code) {
    return reader.maybe<ReferralId>(newest_of_thread_sql(), {db::arg("code", thread_code), db::arg("institution", institution)});
}

}  // namespace hebra::referrals
