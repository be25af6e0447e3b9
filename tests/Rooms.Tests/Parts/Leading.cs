using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Where a part that is tried without its house may go.</summary>
internal static class Leading
{
    public static Outbound To(string host) => new([new(host, "test")], new ConfigurationBuilder().Build());
}
