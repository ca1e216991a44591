// Tells open pages that there is something new, on every node and whichever node it was told on: the database is looked at,
// nothing travels between nodes. What it is, the page asks by REST.
#pragma once
#include <unordered_map>

#include "core/notices/notices.hpp"
#include "platform/http/live.hpp"

namespace hebra::notice_pages {

class Push {
  public:
    Push(notices::Notices& notices, http::Live& live, const Clock& clock) : notices_(notices), live_(live), clock_(clock) {}

    /// For a chore, every second or so; one thread at a time. How many pages' owners were told.
    int run();

  private:
    notices::Notices& notices_;
    http::Live& live_;
    const Clock& clock_;
    std::unordered_map<NoticeId, Time> pushed_;  ///< of the last minute: a late commit appears behind the newest
};

}  // namespace hebra::notice_pages
