#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The most memory that this process has used so far, in bytes.
var peakMemory: Int {
  var usage = rusage()
  // RUSAGE_SELF, which Swift sees as another type on each system.
  getrusage(0, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss
  #else
    // Linux counts in kilobytes.
    return usage.ru_maxrss * 1024
  #endif
}
