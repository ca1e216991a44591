#include "core/thread/take_back.hpp"

namespace hebra::thread {

void take_back(db::Tx& tx, InstitutionId institution, RecordId subject) {
    tx.add("DELETE FROM thread_event WHERE subject_id = :subject AND institution_id = :institution AND kind = 'contact'",
           {db::arg("subject", subject), db::arg("institution", institution)});
}

}  // namespace hebra::thread
