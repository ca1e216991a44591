#include "access/keys/store.hpp"

namespace hebra::access::store {

void add_epoch(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now) {
    tx.add(R"sql(
        INSERT INTO institution_key (institution_id, epoch, wrapped, created_at)
        VALUES (:institution, :number, :wrapped, :now)
    )sql", {db::arg("institution", institution), db::arg("number", key.number), db::arg("wrapped", key.wrapped),
            db::arg("now", now)});
}

void add_secret(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now) {
    tx.add(R"sql(
        INSERT INTO institution_secret (institution_id, version, wrapped, created_at)
        VALUES (:institution, :number, :wrapped, :now)
    )sql", {db::arg("institution", institution), db::arg("number", key.number), db::arg("wrapped", key.wrapped),
            db::arg("now", now)});
}

std::optional<NumberedKey> newest_epoch(db::Reader& reader, InstitutionId institution) {
    return reader.maybe<NumberedKey>(R"sql(
        SELECT epoch AS number, wrapped
          FROM institution_key
         WHERE institution_id = :institution
         ORDER BY epoch DESC
         LIMIT 1
    )sql", {db::arg("institution", institution)});
}

std::optional<NumberedKey> epoch(db::Reader& reader, InstitutionId institution, std::int64_t number) {
    return reader.maybe<NumberedKey>(R"sql(
        SELECT epoch AS number, wrapped
          FROM institution_key
         WHERE institution_id = :institution
           AND epoch = :number
    )sql", {db::arg("institution", institution), db::arg("number", number)});
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

}  // namespace hebra::access::store
