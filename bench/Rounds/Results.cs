namespace Tupa.Bench;

/// <summary>A scene at one number of connections: the house, and the floor right after it.</summary>
internal sealed record Measured(string Scene, string Words, Latencies House, Latencies Floor)
{
    /// <summary>How much of the floor's throughput the house reaches.</summary>
    public double OfFloor => Floor.PerSecond == 0 ? 0 : House.PerSecond / Floor.PerSecond;
}

/// <summary>From nothing to the first pages, in milliseconds.</summary>
/// <param name="FirstPage">The sign-in page, from the start of the process.</param>
/// <param name="FirstHome">The first home of a person, asked at once after the first page.</param>
/// <param name="RestedHome">The first home of a person, asked two seconds after the first page.</param>
internal sealed record ColdStart(double FirstPage, double FirstHome, double RestedHome);

/// <summary>Megabytes, PSS.</summary>
internal sealed record Memory(double AtRest, double MostUnderLoad);

/// <summary>Bytes over the wire.</summary>
/// <param name="Page">HTML, style and script.</param>
internal sealed record Weight(string Page, long Html, long Style, long Script, long Fonts)
{
    public long Together => Html + Style + Script;
}

/// <summary>Home while an import and a storm of sign-ins run.</summary>
/// <param name="SignedIn">How many of them were let in; the others were told to try again.</param>
internal sealed record Mixed(Latencies Home, int Imported, double ImportSeconds, int SignIns, int SignedIn, double SignInSeconds);

/// <summary>A list of a thousand people, read through the API: the pages one after another, in milliseconds.</summary>
internal sealed record LongList(int People, double P50, double P95);

/// <summary>All that one run found.</summary>
/// <param name="Claims">Seconds in which every promise of the statement was checked, the start of the process included.</param>
internal sealed record Results(
    int People, string Database, string Command, string Day, string Version, Machine Machine, long DatabaseBytes,
    ColdStart Cold, Memory Memory, IReadOnlyList<Weight> Weights, IReadOnlyList<Measured> Measured, LongList List, Mixed Mixed, Erasures? Erasures = null, double? Claims = null);
