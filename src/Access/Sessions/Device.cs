using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>A browser that a person has signed in with before: its sign-ins are no news, and strangers' failures do not close it out.</summary>
internal sealed class Device
{
    public static readonly TimeSpan Memory = TimeSpan.FromDays(365);

    public required PersonId Person { get; init; }

    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTime LastAt { get; set; }
}

internal sealed class DeviceTable : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> device)
    {
        device.ToTable("access_devices");
        device.HasKey(d => new { d.Person, d.TokenHash });
        device.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        device.Property(d => d.TokenHash).HasMaxLength(32);
        device.HasIndex(d => d.LastAt);
    }
}

/// <summary>What a browser calls itself, in two words. Its full name is not kept: it would tell people apart.</summary>
internal static class DeviceName
{
    // Order matters: most browsers also call themselves by the names further down.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var words = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>();
        return string.Join(", ", words) is { Length: > 0 } name ? name : "?";
    }

    /// <summary>Whether the two words name something that is held in the hand.</summary>
    public static bool IsHandheld(string name) =>
        name.EndsWith("iPhone", StringComparison.Ordinal) || name.EndsWith("iPad", StringComparison.Ordinal) || name.EndsWith("Android", StringComparison.Ordinal);

    private static string? Find((string Mark, string Name)[] known, string userAgent)
    {
        foreach (var (mark, name) in known)
        {
            if (userAgent.Contains(mark, StringComparison.Ordinal)) return name;
        }

        return null;
    }
}
