using System.Net;
using System.Net.Sockets;

namespace ReleaseNotes;

/// <summary>A local server that accepts one upload.</summary>
internal sealed class UploadServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public UploadServer()
    {
        // HttpListener can't choose a free port itself. One is requested, and another one if it was taken meanwhile.
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
    /// <returns>The number of bytes that were sent.</returns>
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
