namespace Tupa.Bench;

/// <summary>How long the answers took, in milliseconds, and how many came in a second.</summary>
/// <param name="Bytes">Of an answer's body as it came over the wire, on the average.</param>
internal sealed record Latencies(int Connections, long Answers, double P50, double P95, double P99, double PerSecond, double Bytes)
{
    public static Latencies Of(int connections, List<double> milliseconds, double seconds, long bytes)
    {
        milliseconds.Sort();
        double At(double part) => milliseconds.Count == 0 ? 0 : milliseconds[Math.Min(milliseconds.Count - 1, (int)(milliseconds.Count * part))];
        return new(connections, milliseconds.Count, At(0.5), At(0.95), At(0.99), milliseconds.Count / seconds, milliseconds.Count == 0 ? 0 : bytes / (double)milliseconds.Count);
    }
}
