#if canImport(Glibc)
  import Glibc
#endif

/// The places in which the system's allocator keeps what threads ask for.
///
/// glibc gives each new thread an arena of its own, up to eight for each processor. What one thread
/// has freed another then cannot use, and each arena grows by a call to the system for a few pages
/// at a time. One arena for each processor takes less memory and less time. macOS needs nothing.
enum MemoryArenas {
  /// Keeps their number to that of the processors. To be called before any thread is started.
  static func limit() {
    #if canImport(Glibc)
      let processors = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      _ = mallopt(M_ARENA_MAX, Int32(clamping: processors))
    #endif
  }
}
