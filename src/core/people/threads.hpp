// Threads, each shared by those who attend one person, and what becomes of them when two turn out to be one.
#pragma once
#include "base/actor.hpp"
#include "core/people/ids.hpp"
#include "platform/db/database.hpp"

namespace hebra::people::threads {

/// False when the code is taken: the maker tries another.
bool add(db::Tx& tx, ThreadId id, const std::string& code, Time now);

/// The thread it became part of, or itself. Only as of now: nothing keeps it from being joined at this instant.
ThreadId current(db::Reader& reader, ThreadId id);
/// The same, held: until the transaction ends nobody joins it to another, so what is written on it is read where it was written.
ThreadId hold(db::Tx& tx, ThreadId id);

struct Two {
    ThreadId kept, gone;  ///< the same one when they are joined already
};
/// What two became part of, both held.
Two hold(db::Tx& tx, const Two& given);

/// Makes two threads one, and keeps what moved so that it can be moved back. False when an institution has a person on each:
/// those two must be merged first.
/// @param two held
bool join(db::Tx& tx, const Two& two, Time now);

/// Every institution's row on either of two threads: for those who must be told that they become one, never to be shown.
struct Row {
    InstitutionId institution_id;
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(Row, (), (institution_id, id))
std::vector<Row> rows_on(db::Reader& reader, const Two& two);

}  // namespace hebra::people::threads
