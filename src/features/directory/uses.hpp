// How often each row is shown, tapped and said to be wrong: counts by day, without anybody. They never wait for the database:
// they gather in memory and are added up there in batches; what a crash takes is the last half minute of counts.
#pragma once
#include <mutex>
#include <unordered_map>

#include "features/directory/question.hpp"
#include "platform/db/database.hpp"

namespace hebra::directory {

/// Of one row over some days.
struct UseCount {
    ServiceId service_id;
    std::int64_t shown;
    std::int64_t tapped;
    std::int64_t reported;  ///< by people outside, who give no name and change nothing
};
BOOST_DESCRIBE_STRUCT(UseCount, (), (service_id, shown, tapped, reported))

class Uses {
  public:
    Uses(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

    /// The rows of an answer were put before somebody.
    void shown(const Answer& answer);
    void shown(ServiceId service);
    void tapped(ServiceId service);
    void reported(ServiceId service);

    /// Adds what gathered to the table; for every half minute and for the end. If it cannot, it keeps it for the next time.
    void flush();
    /// Of every row that was used from one day to another, both included, in Chile's continental time.
    std::vector<UseCount> between(Date first, Date last);

  private:
    struct Counts {
        std::int64_t shown = 0, tapped = 0, reported = 0;
    };
    void add(ServiceId service, const Counts& counts);

    db::Database& database_;
    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<ServiceId, Counts> gathered_;
};

}  // namespace hebra::directory
