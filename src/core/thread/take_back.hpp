// An event told of the wrong thread, or at the wrong time.
#pragma once
#include "base/actor.hpp"
#include "core/thread/ids.hpp"
#include "platform/db/database.hpp"

namespace hebra::thread {

/// Takes back the contact that a record told, because it turns out to be about somebody else or to have been at another
/// time: whoever corrects it tells it anew, and the audit keeps that it was told. A timeline never shows a life that is
/// another person's.
void take_back(db::Tx& tx, InstitutionId institution, RecordId subject);

}  // namespace hebra::thread
