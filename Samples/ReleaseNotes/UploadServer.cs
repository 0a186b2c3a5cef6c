using System.Net;
using System.Net.Sockets;

namespace ReleaseNotes;

/// <summary>A server on this machine that takes one upload.</summary>
internal sealed class UploadServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public UploadServer()
    {
        // HttpListener cannot choose a free port itself: one is asked for, and another when someone was faster.
        for (var attempt = 1; ; attempt++)
        {
            Url = new Uri($"http://127.0.0.1:{FreePort()}/");
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(Url.ToString());
            try
            {
                _listener.Start();
                return;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
            }
        }
    }

    public Uri Url { get; }

    /// <summary>Waits for an upload and answers it.</summary>
    /// <returns>How many bytes were sent.</returns>
    public async Task<long> ReceiveAsync()
    {
        var context = await _listener.GetContextAsync();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.StatusCode = (int)HttpStatusCode.Created;
        context.Response.Close();
        return body.Length;
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
