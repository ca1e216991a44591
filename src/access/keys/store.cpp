#include "access/keys/store.hpp"

namespace hebra::access::store {
namespace {

struct StoredKey {
    Id<struct SubjectTag> subject_id;
    std::int64_t epoch;
    Bytes wrapped;
};
BOOST_DESCRIBE_STRUCT(StoredKey, (), (subject_id, epoch, wrapped))

/// Where it is noted since when an epoch wraps nothing.
std::string note_of(const Epoch& epoch) { return fmt::format("epoch_unused.{}.{}", epoch.institution_id.text(), epoch.epoch); }

}  // namespace

bool add_epoch(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now) {
    return tx.run(R"sql(
        INSERT INTO institution_key (institution_id, epoch, wrapped, created_at)
        VALUES (:institution, :number, :wrapped, :now)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("institution", institution), db::arg("number", key.number), db::arg("wrapped", key.wrapped),
            db::arg("now", now)}) == 1;
}

void add_secret(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now) {
    tx.add(R"sql(
        INSERT INTO institution_secret (institution_id, version, wrapped, created_at)
        VALUES (:institution, :number, :wrapped, :now)
    )sql", {db::arg("institution", institution), db::arg("number", key.number), db::arg("wrapped", key.wrapped),
            db::arg("now", now)});
}

std::vector<Epochs> all_epochs(db::Reader& reader) {
    return reader.all<Epochs>(R"sql(
        SELECT institution_id, MAX(epoch) AS newest, COUNT(*) AS count
          FROM institution_key
         GROUP BY institution_id
         ORDER BY institution_id
    )sql");
}

std::vector<NumberedKey> epochs(db::Reader& reader, InstitutionId institution) {
    return reader.all<NumberedKey>(R"sql(
        SELECT epoch AS number, wrapped
          FROM institution_key
         WHERE institution_id = :institution
         ORDER BY epoch DESC
    )sql", {db::arg("institution", institution)});
}

std::optional<NumberedKey> newest_secret(db::Reader& reader, InstitutionId institution) {
    return reader.maybe<NumberedKey>(R"sql(
        SELECT version AS number, wrapped
          FROM institution_secret
         WHERE institution_id = :institution
         ORDER BY version DESC
         LIMIT 1
    )sql", {db::arg("institution", institution)});
}

void add_subject(db::Tx& tx, InstitutionId institution, const SubjectKey& key) {
    tx.add(R"sql(
        INSERT INTO subject_key (subject_id, institution_id, epoch, wrapped)
        VALUES (:subject, :institution, :epoch, :wrapped)
    )sql", {db::arg("subject", key.subject_id.text()), db::arg("institution", institution), db::arg("epoch", key.epoch),
            db::arg("wrapped", key.wrapped)});
}

std::optional<WrappedKey> subject(db::Reader& reader, InstitutionId institution, SubjectId subject) {
    return reader.maybe<WrappedKey>(R"sql(
        SELECT epoch, wrapped
          FROM subject_key
         WHERE subject_id = :subject
           AND institution_id = :institution
    )sql", {db::arg("subject", subject.text()), db::arg("institution", institution)});
}

bool lock_subject(db::Tx& tx, InstitutionId institution, SubjectId subject) {
    return tx.maybe<std::int64_t>(R"sql(
        SELECT epoch
          FROM subject_key
         WHERE subject_id = :subject
           AND institution_id = :institution
           FOR UPDATE
    )sql", {db::arg("subject", subject.text()), db::arg("institution", institution)}).has_value();
}

void erase_subject_everywhere(db::Tx& tx, SubjectId subject) {
    tx.add("DELETE FROM subject_key WHERE subject_id = :subject", {db::arg("subject", subject.text())});
}

bool erase_subject(db::Tx& tx, InstitutionId institution, SubjectId subject) {
    return tx.run(R"sql(
        DELETE FROM subject_key
         WHERE subject_id = :subject
           AND institution_id = :institution
    )sql", {db::arg("subject", subject.text()), db::arg("institution", institution)}) == 1;
}

std::vector<SubjectKey> wrapped_before(db::Reader& reader, InstitutionId institution, std::int64_t epoch, std::int64_t most) {
    std::vector<SubjectKey> all;
    for (auto& row : reader.all<StoredKey>(R"sql(
        SELECT subject_id, epoch, wrapped
          FROM subject_key
         WHERE institution_id = :institution
           AND epoch < :epoch
         ORDER BY epoch, subject_id
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("epoch", epoch), db::arg("most", most)}))
        all.push_back({row.subject_id.value(), row.epoch, std::move(row.wrapped)});
    return all;
}

void save_rewrapped(db::Tx& tx, InstitutionId institution, const SubjectKey& key, std::int64_t from_epoch) {
    tx.add(R"sql(
        UPDATE subject_key
           SET epoch = :epoch, wrapped = :wrapped
         WHERE subject_id = :subject
           AND institution_id = :institution
           AND epoch = :from
    )sql", {db::arg("epoch", key.epoch), db::arg("wrapped", key.wrapped), db::arg("subject", key.subject_id.text()),
            db::arg("institution", institution), db::arg("from", from_epoch)});
}

std::vector<Epoch> unused_epochs(db::Reader& reader) {
    return reader.all<Epoch>(R"sql(
        SELECT k.institution_id, k.epoch
          FROM institution_key k
         WHERE k.epoch < (SELECT MAX(n.epoch) FROM institution_key n WHERE n.institution_id = k.institution_id)
           AND NOT EXISTS (SELECT 1 FROM subject_key s WHERE s.institution_id = k.institution_id AND s.epoch = k.epoch)
         ORDER BY k.institution_id, k.epoch
    )sql");
}

Time unused_since(db::Tx& tx, const Epoch& epoch, Time now) {
    const auto name = note_of(epoch);
    tx.add("INSERT INTO installation (name, value) VALUES (:name, :at) ON CONFLICT DO NOTHING",
           {db::arg("name", name), db::arg("at", to_text(now))});
    const auto noted = tx.one<std::string>("SELECT value FROM installation WHERE name = :name", {db::arg("name", name)});
    return parse_time(noted.value()).value();
}

void forget_unused(db::Tx& tx, const Epoch& epoch) {
    tx.add("DELETE FROM installation WHERE name = :name", {db::arg("name", note_of(epoch))});
}

bool destroy_epoch(db::Tx& tx, const Epoch& epoch) {
    const auto destroyed = tx.run(R"sql(
        DELETE FROM institution_key
         WHERE institution_id = :institution
           AND epoch = :epoch
           AND NOT EXISTS (SELECT 1 FROM subject_key s WHERE s.institution_id = :institution AND s.epoch = :epoch)
    )sql", {db::arg("institution", epoch.institution_id), db::arg("epoch", epoch.epoch)});
    forget_unused(tx, epoch);
    return destroyed == 1;
}

}  // namespace hebra::access::store
