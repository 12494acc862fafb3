// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace digitlab {

/// Does slow things (files, loading) off the thread that it lives in. When it ends, it waits for
/// what is under way, and nothing is handed over any more.
class Background {
public:
    Background() { m_pool.setMaxThreadCount(1); } // so that results come in their order
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    ~Background() { m_pool.waitForDone(); }

    /// Does `work` in another thread and hands its result to `done`, or what went wrong to
    /// `failed`, in the thread that this object lives in.
    template <typename Work, typename Done>
    void run(Work work, Done done, std::function<void(const Message&)> failed) {
        m_pool.start(
            [this, work = std::move(work), done = std::move(done), failed = std::move(failed)] {
                std::function<void()> report;
                try {
                    report = [done, result = work()] { done(result); };
                } catch (const Error& error) {
                    report = [failed, message = error.message()] { failed(message); };
                } catch (const std::exception& error) {
                    const Message message(DIGITLAB_TEXT("core", "An unexpected failure: %1"),
                                          {std::string(error.what())});
                    report = [failed, message] { failed(message); };
                }
                QMetaObject::invokeMethod(&m_context, report, Qt::QueuedConnection);
            });
    }

    /// Waits for all that was given to run(), and hands over what came of it.
    void finish() {
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(&m_context, QEvent::MetaCall);
    }

private:
    QObject m_context; // before the pool: whoever still runs may post to it
    QThreadPool m_pool;
};

} // namespace digitlab
